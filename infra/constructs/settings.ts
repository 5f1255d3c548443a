import { CfnParameter, type CfnParameterProps, type Stack } from 'aws-cdk-lib';
import type { DisclosureFunction } from './disclosure-function.ts';

/** An https origin; plain http only on loopback, where the system is tried out. */
const ORIGIN = '^(https://[^/?#\\s]+|http://(localhost|127\\.0\\.0\\.1)(:\\d+)?)$';
const ISSUER = '^(https://[^?#\\s]+|http://(localhost|127\\.0\\.0\\.1)(:\\d+)?(/[^?#\\s]*)?)$';

/** Sources as CSP writes them. Nothing that ends the directive and begins another. */
const FRAME_SOURCE = "('self'|https://[A-Za-z0-9*.-]+(:[0-9]+)?)";
const FRAME_ANCESTORS = `^('none'|${FRAME_SOURCE}( ${FRAME_SOURCE})*)$`;

/**
 * What only the district that deploys this can know: parameters of the stack. The first two have no default, since a
 * guess would deploy, and then send people and displays to somebody else's address.
 */
export class Settings {
  private readonly publicUrl: string;
  private readonly oidcIssuer: string;
  private readonly oidcClientId: string;
  private readonly district: string;
  private readonly administrator: string;
  private readonly boardFrameAncestors: string;

  constructor(stack: Stack) {
    const parameter = (id: string, props: CfnParameterProps) =>
      new CfnParameter(stack, id, props).valueAsString;
    this.publicUrl = parameter('PublicUrl', {
      description:
        'Where people and displays reach this system, e.g. https://gongkai.example.edu.cn (no path)',
      allowedPattern: ORIGIN,
      constraintDescription: 'an https origin without path; http only on localhost or 127.0.0.1',
    });
    this.oidcIssuer = parameter('OidcIssuer', {
      description: 'Issuer of the OpenID Connect provider that people sign in with',
      allowedPattern: ISSUER,
      constraintDescription: 'an https URL without query; http only on localhost or 127.0.0.1',
    });
    this.oidcClientId = parameter('OidcClientId', {
      description: 'The client that this system is registered as at that provider',
      default: 'gongkai',
      allowedPattern: '^[!-~]{1,255}$',
      constraintDescription: '1 to 255 visible ASCII characters',
    });
    this.district = parameter('DistrictId', {
      description:
        'Identifier of the district, the root of the tree of organisations; it cannot be changed later',
      default: 'district',
      allowedPattern: '^[a-z0-9][a-z0-9-]{0,38}[a-z0-9]$',
      constraintDescription: '2 to 40 lower-case letters, digits and hyphens, no hyphen at either end',
    });
    this.administrator = parameter('DistrictAdministrator', {
      description:
        'Log-in subject (sub) of the person who sets the district up; without power once its office is filled',
      allowedPattern: '^[a-z0-9][a-z0-9-]{0,38}[a-z0-9]$',
      constraintDescription: '2 to 40 lower-case letters, digits and hyphens, no hyphen at either end',
    });
    this.boardFrameAncestors = parameter('BoardFrameAncestors', {
      description:
        "Which websites may show boards and item pages in a frame, e.g. 'self' https://www.example.edu.cn",
      default: "'self'",
      allowedPattern: FRAME_ANCESTORS,
      constraintDescription: "'none', or 'self' and https origins with a space between them",
    });
  }

  tellAddress(...functions: DisclosureFunction[]): void {
    for (const each of functions) each.tell('PUBLIC_URL', this.publicUrl);
  }

  tellSignIn(...functions: DisclosureFunction[]): void {
    for (const each of functions) {
      each.tell('OIDC_ISSUER', this.oidcIssuer);
      each.tell('OIDC_CLIENT_ID', this.oidcClientId);
    }
  }

  tellDistrict(...functions: DisclosureFunction[]): void {
    for (const each of functions) each.tell('DISTRICT', this.district);
  }

  tellAdministrator(...functions: DisclosureFunction[]): void {
    for (const each of functions) each.tell('DISTRICT_ADMINISTRATOR', this.administrator);
  }

  tellFraming(...functions: DisclosureFunction[]): void {
    for (const each of functions) each.tell('BOARD_FRAME_ANCESTORS', this.boardFrameAncestors);
  }
}
