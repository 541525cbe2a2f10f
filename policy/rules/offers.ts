/** D2, E7: an offer elsewhere is mentioned only while it is recorded, open, and another organisation's. */
import { addWorkingDays, dateOf, dayFrom, dayOf, instantOf, type Ms, workingInstantFrom } from '../calendar';
import { organisationKey } from '../identity';
import { placeOf, promisedDay, reconnectPerson, type View } from '../view';
import { outward, task, type Want } from '../want';

/** E7: an offer of the organisation itself is none from elsewhere. Offers are recorded by name alone, so names decide. */
function isFromHere(view: View, offer: { organisation: string; organisationKey: string }): boolean {
  const { organisation } = view.file.intake;
  const byName = (name: string) => organisationKey({ name, country: '' });
  return (
    offer.organisationKey === organisationKey(organisation) || byName(offer.organisation) === byName(organisation.name)
  );
}

/** The ids of the offers that may be mentioned at `at`. No offer, no hint of one. */
export function liveOffers(view: View, at: Ms): string[] {
  const today = dateOf(dayOf(at, view.here));
  return view.around.offers
    .filter((o) => o.status === 'open' && !isFromHere(view, o))
    .filter((o) => (o.answerBy === null || o.answerBy >= today) && o.receivedOn <= today)
    .map((o) => o.id);
}

/** D2: another offer was told of already. */
function hasTold(view: View, offerId: string): boolean {
  return [...view.file.records.values()].some(
    ({ step, status }) =>
      step.step === 'offer_deadline_notice' &&
      step.channel === 'email' &&
      step.letter.mentionsOffer !== offerId &&
      (status === 'sent' || status === 'uncertain'),
  );
}

/** D2: an offer that must be answered before the promised date is told of once, openly, after asking; more time is asked for first. */
export function offerNotices(view: View): Want[] {
  const { file } = view;
  if (file.outcome !== 'open' || view.now < file.endsAt) return [];
  const contact = reconnectPerson(view);
  const promised = promisedDay(view);
  if (contact === null) return [];
  // Once: of several offers the one that presses most, and no second one after it.
  const pressing = view.around.offers
    .filter((o) => o.status === 'open' && !isFromHere(view, o) && o.answerBy !== null)
    .filter(({ answerBy }) => {
      const by = dayFrom(answerBy ?? '');
      return by < promised.day && by >= dayOf(view.now, view.here);
    })
    .sort((a, b) => (a.answerBy ?? '').localeCompare(b.answerBy ?? ''));
  return pressing.slice(0, 1).flatMap((offer) => {
    if (hasTold(view, offer.id)) return [];
    const received = Math.max(file.endsAt, instantOf(dayFrom(offer.receivedOn), 9 * 60, view.here));
    const place = placeOf(view, contact);
    const first = workingInstantFrom(received, view.here, { from: 8, to: 20 });
    const day = addWorkingDays(dayOf(first, place), 1, place);
    return [
      task(view, {
        step: 'offer_deadline_notice',
        id: `more-time-${offer.id}`,
        rules: ['D2'],
        reason: `D2: first ask ${offer.organisation} for more time`,
        planned: first,
        about: 'ask_more_time',
        letter: { mentionsOffer: offer.id },
      }),
      outward({
        step: 'offer_deadline_notice',
        id: offer.id,
        rules: ['D2', 'E7'],
        reason: 'D2: another offer must be answered before their date; it may be mentioned once, openly',
        planned: instantOf(day, view.hours.from * 60 + 60, place),
        channel: 'email',
        to: [contact.id],
        place,
        letter: { mentionsOffer: offer.id },
        opensAt: first,
      }),
    ];
  });
}
