import { CfnCondition, CfnParameter, Fn, type Stack, Token } from 'aws-cdk-lib';
import type { DisclosureFunction } from './disclosure-function.ts';

/**
 * The district's mail server, which may be missing: then reminders stay in the system. Its address holds a password, so
 * the deployment is given the secret that it stands in and CloudFormation fills it in, as with the displays' key.
 */
export class MailServer {
  private readonly secret: string;
  private readonly sender: string;
  private readonly given: CfnCondition;

  constructor(stack: Stack) {
    this.secret = new CfnParameter(stack, 'MailServerArn', {
      description:
        'Secret whose whole text is the mail server, smtps://user:password@host:465; leave it empty to send no mail',
      default: '',
      allowedPattern: '^(arn:[a-z-]+:secretsmanager:[!-~]+)?$',
      constraintDescription: 'the ARN of a secret in Secrets Manager, or nothing',
    }).valueAsString;
    this.sender = new CfnParameter(stack, 'MailSender', {
      description: 'The address that reminders come from, e.g. gongkai@example.edu.cn',
      default: '',
      allowedPattern: '^([^@\\s]+@[^@\\s]+)?$',
      constraintDescription: 'one bare mail address, or nothing',
    }).valueAsString;
    this.given = new CfnCondition(stack, 'MailServerGiven', {
      expression: Fn.conditionNot(Fn.conditionEquals(this.secret, '')),
    });
  }

  tell(sender: DisclosureFunction): void {
    const reference = `{{resolve:secretsmanager:${this.secret}:SecretString:::}}`;
    sender.tell('SMTP_URL', Token.asString(Fn.conditionIf(this.given.logicalId, reference, '')));
    sender.tell('MAIL_SENDER', this.sender);
  }
}
