import { temporal } from '@temporalio/proto';

const { History } = temporal.api.history.v1;
export type History = temporal.api.history.v1.IHistory;

/**
 * A history as JSON with names for enumerations and base64 for bytes, so that a recorded one can be read and compared.
 * Who ran it on which machine is left out.
 */
export function historyToJson(history: History): string {
  const plain = History.toObject(History.fromObject(history), { longs: String, bytes: String, enums: String });
  const nameless = (key: string, value: unknown) =>
    key === 'identity' || (typeof value === 'string' && value.startsWith('afterview@')) ? 'recorded' : value;
  return `${JSON.stringify(plain, nameless)}\n`;
}

export function historyFromJson(text: string): History {
  return History.fromObject(JSON.parse(text));
}
