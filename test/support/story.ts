import { createWeb } from '../../client/web/server';
import type { SinkReader } from '../../client/web/sink-reader';
import type { WebOptions } from '../../client/web/web-options';
import { type FakeService, fakeService } from './fake-service';
import { sampleIntake } from './sample-intake';

/** A web over the fake service, with one interview (`i1`), one mail in the inbox (`m1`) and one in the sink. */
export interface Story {
  app: Awaited<ReturnType<typeof createWeb>>;
  service: FakeService;
}

export const holdingMail = [
  "From: Conor O'Neill <conor.oneill@northwind.test>",
  'To: maya@candidate.test',
  'Subject: Your interview with Northwind Grid',
  'Message-ID: <one@northwind.test>',
  '',
  'Dear Maya,',
  '',
  'Thank you for your patience. We are still meeting other candidates and hope to decide by the end of next week.',
  '',
  'Conor',
].join('\r\n');

const sinkMail = [
  'From: Maya Lindqvist <maya@candidate.test>',
  'To: Aoife Byrne <aoife.byrne@northwind.test>',
  'Subject: Thank you',
  'Message-ID: <sent@candidate.test>',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'Dear Dr Byrne, thank you for the conversation.',
].join('\r\n');

export const oneMailSink: SinkReader = {
  list: async () => [
    {
      id: 's1',
      from: 'maya@candidate.test',
      to: ['aoife.byrne@northwind.test'],
      subject: 'Thank you',
      date: '2026-12-02T09:30:00.000Z',
    },
  ],
  read: async (id) => (id === 's1' ? Buffer.from(sinkMail) : null),
};

export async function startStory(options: Partial<WebOptions> = {}): Promise<Story> {
  const service = fakeService();
  await service.startInterview(sampleIntake, null);
  await service.receiveMail({ raw: Buffer.from(holdingMail), envelopeRecipient: null, source: 'raw', trusted: true });
  service.calls.length = 0;
  const app = await createWeb({ service, baseUrl: 'http://127.0.0.1:3000', sink: oneMailSink, ...options });
  return { app, service };
}

/** Puts one text everywhere that people or mails can put one. */
export async function putIntoAll(service: FakeService, payload: string): Promise<{ candidateId: string }> {
  const kept = service.kept.get('i1');
  if (!kept) throw new Error('no interview');
  kept.detail = {
    ...kept.detail,
    role: payload,
    organisation: payload,
    candidateName: payload,
    replyAddress: payload,
    workflowId: payload,
    intake: {
      ...kept.detail.intake,
      contacts: kept.detail.intake.contacts.map((contact) => ({
        ...contact,
        familyName: payload,
        title: payload,
        phone: payload,
      })),
      referees: kept.detail.intake.referees.map((referee) => ({ ...referee, name: payload })),
      promises: kept.detail.intake.promises.map((promise) => ({ ...promise, what: payload })),
    },
  };
  for (const one of [...kept.messages, ...kept.tasks, ...kept.plan])
    Object.assign(one, { reason: payload, rules: [payload] });
  for (const one of kept.messages)
    Object.assign(one, { subject: payload, text: payload, to: [payload], failure: payload, status: 'draft' });
  for (const one of kept.tasks) Object.assign(one, { title: payload, text: payload, contact: payload });
  for (const one of kept.plan) Object.assign(one, { to: [payload], draft: { subject: payload, text: payload } });
  kept.timeline.push({ at: payload, type: payload, text: payload, rules: [payload] });
  const item = service.items.get('m1');
  if (!item) throw new Error('no mail');
  Object.assign(item, { from: payload, subject: payload, visibleText: payload, problems: [payload] });
  if (item.guess) Object.assign(item.guess, { evidence: [payload], kind: payload });
  item.candidates = [{ interviewId: 'i1', label: payload, reason: payload }];
  await service.addOffer(kept.detail.candidateId, { organisation: payload, receivedOn: payload });
  return { candidateId: kept.detail.candidateId };
}
