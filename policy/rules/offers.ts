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

/** The id of an offer that may be mentioned at `at`, or null. No offer, no hint of one. */
export function liveOffer(view: View, at: Ms): string | null {
  const today = dateOf(dayOf(at, view.here));
  const live = view.around.offers.find(
    (o) =>
      o.status === 'open' &&
      !isFromHere(view, o) &&
      (o.answerBy === null || o.answerBy >= today) &&
      o.receivedOn <= today,
  );
  return live?.id ?? null;
}

/** D2: an offer that must be answered before the promised date is told of once, openly, after asking; more time is asked for first. */
export function offerNotices(view: View): Want[] {
  const { file } = view;
  if (file.outcome !== 'open' || view.now < file.endsAt) return [];
  const contact = reconnectPerson(view);
  const promised = promisedDay(view);
  if (contact === null) return [];
  return view.around.offers.flatMap((offer) => {
    if (offer.status !== 'open' || isFromHere(view, offer) || offer.answerBy === null) return [];
    if (dayFrom(offer.answerBy) >= promised.day || dayFrom(offer.answerBy) < dayOf(view.now, view.here)) return [];
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
