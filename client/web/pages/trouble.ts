import type { FlatForm } from '../form/flat-form';

/** What went wrong with one form of a page, to be shown beside it with what was typed. */
export interface PageTrouble {
  /** `message:m1`, `task:t2`, `event:absence`, `clock`, `approval`. */
  where: string;
  title: string;
  problems: string[];
  form: FlatForm;
}
