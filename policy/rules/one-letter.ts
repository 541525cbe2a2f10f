/** B1 with D3 and G1 to G4: nobody gets two letters at once. Thanks still unsaid are said in the answer to the same person. */
import type { View } from '../view';
import type { Want } from '../want';

const ANSWERS: readonly Want['step'][] = ['answer_owed', 'outcome_thanks', 'confirm'];

/**
 * The thank-yous and the answers, one letter for each person: where an answer is owed after the interview to somebody who
 * was not thanked yet, the thank-you falls away and the answer thanks for the conversation too. An answer that was
 * passed over carries nothing, so that the thank-you stands again.
 */
export function inOneLetter(view: View, thanks: Want[], answers: Want[]): Want[] {
  const unsaid = new Map(thanks.flatMap((w) => (w.channel === 'email' && isToCome(view, w) ? [[w.to[0], w]] : [])));
  const carriers = new Map<string | undefined, Want>();
  for (const answer of answers) {
    const to = answer.to[0];
    if (unsaid.has(to) && !carriers.has(to) && mayCarry(view, answer)) carriers.set(to, answer);
  }
  return [
    ...thanks.filter((w) => !unsaid.has(w.to[0]) || !(carriers.has(w.to[0]) || wasThankedInAnswer(view, w))),
    ...answers.map((w) => (carriers.get(w.to[0]) === w ? { ...w, letter: { ...w.letter, thanksToo: true } } : w)),
  ];
}

const isToCome = (view: View, want: Want): boolean => {
  const status = view.file.records.get(want.key)?.status;
  return status === undefined || status === 'open' || status === 'approved' || status === 'withdrawn';
};

function mayCarry(view: View, answer: Want): boolean {
  // What was answered before the interview cannot thank for it.
  if (answer.channel !== 'email' || !ANSWERS.includes(answer.step) || answer.opensAt < view.file.endsAt) return false;
  return isToCome(view, answer);
}

/** Also where that answer is none of today's any more: an offer that was taken back has been thanked for. */
function wasThankedInAnswer(view: View, thank: Want): boolean {
  for (const { step, status } of view.file.records.values()) {
    if (step.letter.thanksToo && (status === 'sent' || status === 'uncertain') && step.to[0] === thank.to[0])
      return true;
  }
  return false;
}
