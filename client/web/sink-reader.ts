/** Reads what the embedded mail sink has taken; implemented beside the sink. */
export interface SinkReader {
  /** Newest first. */
  list(): Promise<SinkMail[]>;
  /** The bytes as they came over SMTP; null where there is no such mail. */
  read(id: string): Promise<Uint8Array | null>;
}

interface SinkMail {
  id: string;
  from: string;
  to: string[];
  subject: string;
  /** ISO instant at which the sink took it. */
  date: string;
}
