import type { Intake } from '../../../policy/intake';
import { wallClock } from '../words/local-time';
import { asList, type FlatForm } from './flat-form';

/** The form that would yield this intake: the reverse of `formToIntake`. */
export function intakeToForm(intake: Intake): FlatForm {
  const form: FlatForm = {};
  const put = (name: string, value: string | number | boolean | null | undefined) => {
    if (value === true) form[name] = 'on';
    else if (value !== false && value !== null && value !== undefined && value !== '') form[name] = String(value);
  };
  const putAll = (prefix: string, from: object, names: readonly string[]) => {
    for (const name of names)
      put(prefix === '' ? name : `${prefix}.${name}`, (from as Record<string, string | number | boolean | null>)[name]);
  };

  putAll('candidate', intake.candidate, ['name', 'email', 'phone', 'timeZone', 'country', 'language']);
  put('candidate.presentEmployer.name', intake.candidate.presentEmployer?.name);
  put('candidate.presentEmployer.domains', asList(intake.candidate.presentEmployer?.domains ?? []));
  putAll('organisation', intake.organisation, ['id', 'name', 'country', 'timeZone']);
  put('role', intake.role);

  const zone = intake.organisation.timeZone;
  const end = wallClock(intake.interview.endsAt, zone);
  put('interview.date', end.date);
  put('interview.endTime', end.time);
  if (intake.interview.startsAt !== null) put('interview.startTime', wallClock(intake.interview.startsAt, zone).time);
  putAll('interview', intake.interview, ['kind', 'round', 'language']);
  put('interview.topics', asList(intake.interview.topics));

  for (const [n, contact] of intake.contacts.entries()) {
    const path = `contacts.${n}`;
    putAll(path, contact, ['id', 'honorific', 'givenName', 'familyName', 'title', 'email', 'phone', 'publishedPhone']);
    putAll(path, contact, ['linkedIn', 'country', 'timeZone', 'language', 'form']);
    for (const role of contact.roles) put(`${path}.roles.${role}`, true);
    for (const way of contact.mayContact) put(`${path}.mayContact.${way}`, true);
    put(`${path}.topics`, asList(contact.topics));
    put(`${path}.notes`, intake.interview.notes[contact.id]);
  }

  putAll('route', intake.route, ['kind', 'agency', 'recruiterContactId']);
  putAll('process', intake.process, ['id', 'promisedDate', 'nextSteps', 'dateNamedBy']);
  for (const [n, absence] of intake.process.absences.entries())
    putAll(`process.absences.${n}`, absence, ['contactId', 'from', 'to']);
  for (const [n, promise] of intake.promises.entries()) {
    putAll(`promises.${n}`, promise, ['id', 'what', 'kind', 'content', 'dueOn']);
    for (const id of promise.to) put(`promises.${n}.to.${id}`, true);
  }
  putAll('interest', intake.interest, ['reallyInterested', 'favourite', 'keenOnOrganisation', 'chances']);
  for (const [n, referee] of intake.referees.entries()) {
    const path = `referees.${n}`;
    putAll(path, referee, ['id', 'name', 'email', 'phone', 'relationship', 'country', 'timeZone', 'language']);
    putAll(path, referee, ['form', 'agreed', 'prefers', 'presentEmployer']);
  }
  put('documents.transcript', intake.documents.transcript);
  if (intake.valueAdd !== null) {
    putAll('valueAdd', intake.valueAdd, ['kind', 'title', 'url', 'topic']);
    for (const id of intake.valueAdd.to) put(`valueAdd.to.${id}`, true);
  }
  for (const [n, circumstance] of intake.circumstances.entries())
    putAll(`circumstances.${n}`, circumstance, ['from', 'to', 'text']);
  putAll('approval', intake.approval, Object.keys(intake.approval));
  const { workingHours, ...numbers } = intake.settings;
  putAll('settings', numbers, Object.keys(numbers));
  putAll('settings.workingHours', workingHours, ['from', 'to']);
  return form;
}

/** What of an earlier interview a new one begins with: the candidate's own part (another role), or a next round (G3). */
export function carriedOver(intake: Intake, nextRound: boolean): FlatForm {
  const whole = intakeToForm(intake);
  const wanted = nextRound
    ? /^(?:candidate|organisation|contacts|referees|documents|route|interest|approval|settings|role$|process\.id)/
    : /^(?:candidate|referees|documents|approval\.default)/;
  const form = Object.fromEntries(
    Object.entries(whole).filter(([name]) => wanted.test(name) && !/^contacts\.\d+\.notes$/.test(name)),
  );
  if (nextRound) form['interview.round'] = String(intake.interview.round + 1);
  return form;
}
