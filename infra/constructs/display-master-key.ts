import { RemovalPolicy, Validations } from 'aws-cdk-lib';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { DisclosureFunction } from './disclosure-function.ts';

/**
 * The key from which every display's signing secret is derived, made at the first deployment and known to nobody.
 *
 * A function gets it as a variable that CloudFormation fills in while it deploys. Reading it at run time would keep it
 * out of `lambda:GetFunctionConfiguration`, but costs every cold start one more SDK client and one more call, and needs
 * the functions to be let near the secret. Whoever may read the configuration of our functions can read the record too.
 */
export class DisplayMasterKey extends Construct {
  private readonly secret: Secret;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.secret = new Secret(this, 'Secret', {
      description:
        'Gongkai: the secret of each display is derived from this; replacing it silences every display',
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy: RemovalPolicy.RETAIN,
    });
    Validations.of(this.secret).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason:
        'Every display secret is derived from this key and stands in a device on a school wall. Rotating it by itself ' +
        'would make all of them reject every notice; a display is given a new secret by its own key version instead.',
    });
  }

  tell(...functions: DisclosureFunction[]): void {
    // `unsafeUnwrap` gives the reference that CloudFormation resolves; the value itself never enters a template.
    for (const each of functions) each.tell('DISPLAY_MASTER_KEY', this.secret.secretValue.unsafeUnwrap());
  }
}
