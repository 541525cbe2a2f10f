/** PostgreSQL's text forms to the values that data/database.ts promises, the same for both drivers. */
import pg from 'pg';

const BIGINT = 20;
const DATE = 1082;
const TIMESTAMPTZ = 1184;

export type TextParser = (text: string) => unknown;

/** How a column of that type (by its number in `pg_type`) is read. */
export function parserOf(type: number): TextParser {
  switch (type) {
    case TIMESTAMPTZ:
      return (text) => new Date(text).toISOString();
    case DATE:
      return (text) => text;
    case BIGINT:
      return Number;
    default:
      return pg.types.getTypeParser(type, 'text') as TextParser;
  }
}
