import { offsetOf } from '../duty/rules.ts';
import type { Instant } from '../kernel/time.ts';
import { holders } from '../organisation/authority.ts';
import { isOnRoster } from '../organisation/organisation.ts';
import { decidersOf } from '../supervision/case/people.ts';
import { type Case, type CaseEvent, caseHistory } from '../supervision/case/state.ts';
import { GROUP } from '../supervision/inspectors.ts';
import { overSaying, type Speaker, stepSaying } from './ladder-sayings.ts';
import type { Confidant, TellingFacts } from './telling.ts';

/** All that is ever said of it. */
const NAME = '一件问责事项';

/**
 * 责任追究: the person hears when their time to appeal runs out, whoever decides when an appeal has to be answered, and
 * the group that opened it when it was not. Nobody else may know that there is a case, so nobody else is told.
 */
export const caseSpeaker: Speaker<CaseEvent, Case> = {
  history: caseHistory,
  said({ at, event }, case_, id, houses) {
    const { decision, appeal } = case_;
    const [window, answer] = [`${id}.appeal`, `${id}.answer`];
    switch (event.type) {
      case 'LadderStepReached': {
        const { owed, step } = event.data;
        return owed === 'appeal'
          ? stepSaying(
              { at, event },
              { matter: 'case-appeal', only: [{ at: 'own', person: case_.person }] },
              { id: window, name: NAME },
            )
          : stepSaying(
              { at, event },
              { matter: 'case-answer', only: answerersOf(case_, step, houses, at) },
              { id: answer, name: NAME },
            );
      }
      case 'CaseAppealed':
        return overSaying(at, 'met', decision?.spoken, 'case-appeal', [
          { id: window, due: decision?.appealUntil ?? '', name: NAME },
        ]);
      case 'AppealDecided':
        return overSaying(at, 'met', appeal?.spoken, 'case-answer', [
          { id: answer, due: appeal?.dueOn ?? '', name: NAME },
        ]);
      default:
        return undefined;
    }
  },
};

/** Whoever decides; once it is late, the supervision group where the case was opened as well. */
function answerersOf(
  case_: Case,
  step: string,
  { own, superior }: Pick<TellingFacts, 'own' | 'superior'>,
  at: Instant,
): readonly Confidant[] {
  const houses = {
    id: own.id,
    organisation: own.organisation,
    ...(superior && { superior: superior.organisation }),
  };
  const deciders = decidersOf(case_, houses, at).map(
    (person): Confidant => ({ at: isOnRoster(own.organisation, person) ? 'own' : 'superior', person }),
  );
  const home = case_.standing === 'within' ? 'own' : 'superior';
  const group = (home === 'own' ? own : superior)?.organisation;
  const watching = group && offsetOf(step) > 0 ? [...holders(group, GROUP, at)] : [];
  const others = watching.filter((person) => person !== case_.person);
  const known = new Set(deciders.map(({ person }) => person));
  return [
    ...deciders,
    ...others.filter((person) => !known.has(person)).map((person) => ({ at: home, person }) as const),
  ];
}
