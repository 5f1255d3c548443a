import {
  type RobotAddress,
  type RobotMessage,
  type RobotOutcome,
  readRobotReply,
  robotRequest,
} from '../../domain/alert/robot.ts';
import { type OutboundOptions, sendOutbound } from './outbound.ts';

/** Room for a code and the sentence that explains it. */
const LONGEST_ANSWER = 16_000;

export interface Robot {
  /** Never throws for what the platform does. */
  send(message: RobotMessage): Promise<RobotOutcome>;
}

export interface RobotOptions extends OutboundOptions {
  /** Private networks that the organisation's policy opens, for a platform of its own. */
  readonly allowedAddresses: readonly string[];
  /** Milliseconds since 1970, the machine's own clock: platforms refuse what was signed at another time. */
  readonly clock: () => number;
}

/**
 * The robot of a chat group in 企业微信, 钉钉 or 飞书. The platforms do not recognise repeats: a message that was sent
 * while its answer got lost appears twice if it is tried again.
 */
export class GroupRobot implements Robot {
  readonly #address: RobotAddress;
  readonly #options: RobotOptions;

  constructor(address: RobotAddress, options: RobotOptions) {
    this.#address = address;
    this.#options = options;
  }

  async send(message: RobotMessage): Promise<RobotOutcome> {
    const { allowedAddresses, clock } = this.#options;
    const request = robotRequest(this.#address, message, clock());
    const headers = { 'content-type': 'application/json; charset=utf-8', 'user-agent': 'gongkai' };
    const reply = await sendOutbound(
      { ...request, headers, allowedAddresses },
      this.#options,
      LONGEST_ANSWER,
    );
    return readRobotReply(this.#address.kind, reply);
  }
}
