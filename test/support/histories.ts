import { temporal } from '@temporalio/proto';

const { History } = temporal.api.history.v1;
export type History = temporal.api.history.v1.IHistory;

/** A history as JSON with names for enumerations and base64 for bytes, so that a recorded one can be read and compared. */
export function historyToJson(history: History): string {
  const plain = History.toObject(History.fromObject(history), { longs: String, bytes: String, enums: String });
  return `${JSON.stringify(plain)}\n`;
}

export function historyFromJson(text: string): History {
  return History.fromObject(JSON.parse(text));
}
