import type { InterviewDetail, MessageView, PlanStep, TaskView, TimelineEntry } from '../../service';
import type { WebOptions } from '../web-options';
import { type People, peopleOf } from '../words/people';

/** Everything that the page of one interview shows. */
export interface InterviewData {
  detail: InterviewDetail;
  people: People;
  messages: MessageView[];
  tasks: TaskView[];
  plan: PlanStep[];
  timeline: TimelineEntry[];
}

/** Reads it; a plan that cannot be made just now is an empty one, so that the rest can be seen. */
export async function interviewData({ service }: WebOptions, id: string): Promise<InterviewData> {
  const detail = await service.interview(id);
  const [messages, tasks, plan, timeline] = await Promise.all([
    service.messages(id),
    service.tasks(id),
    service.plan(id).catch(() => ({ steps: [] })),
    service.timeline(id),
  ]);
  return { detail, people: peopleOf(detail.intake, detail.former), messages, tasks, plan: plan.steps, timeline };
}
