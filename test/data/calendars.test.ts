import {
  calendarFor,
  hasHolidays,
  isKnownCountry,
  isKnownTimeZone,
  UnknownCountry,
  UnknownTimeZone,
  weekendOf,
} from '../../data/calendars';

const iso = (ms: number) => new Date(ms).toISOString();

describe('weekends are those of the country', () => {
  const FRI_SAT = [5, 6];
  const SAT_SUN = [6, 7];
  it.each([
    ['BD', FRI_SAT],
    ['SA', FRI_SAT],
    ['EG', FRI_SAT],
    ['IL', FRI_SAT],
    ['KW', FRI_SAT],
    ['QA', FRI_SAT],
    ['DZ', FRI_SAT],
    ['OM', FRI_SAT],
    ['JO', FRI_SAT],
    ['IQ', FRI_SAT],
    ['LY', FRI_SAT],
    ['SD', FRI_SAT],
    ['SY', FRI_SAT],
    ['YE', FRI_SAT],
    ['BH', FRI_SAT],
    ['DJ', FRI_SAT],
    ['MV', FRI_SAT],
    ['PS', FRI_SAT],
    ['AE', SAT_SUN],
    ['IN', SAT_SUN],
    ['UG', SAT_SUN],
    ['IE', SAT_SUN],
    ['US', SAT_SUN],
    ['MY', SAT_SUN],
    ['NP', [6]],
    ['BN', [5, 7]],
    ['IR', [4, 5]],
    ['AF', [4, 5]],
  ])('%s', (country, weekend) => {
    expect(weekendOf(country)).toEqual(weekend);
  });
});

describe('holidays', () => {
  it('knows the Irish Christmas of the sample intake, substitute day included', () => {
    const { holidays } = calendarFor('IE', 'Europe/Dublin', 2026, 2027);
    expect(holidays).toMatchObject({
      '2026-12-25': 'Christmas Day',
      '2026-12-26': expect.any(String),
      '2026-12-28': expect.stringContaining('substitute'),
      '2027-01-01': expect.any(String),
      '2027-02-01': expect.any(String),
    });
    expect(holidays['2026-12-24']).toBeUndefined();
    expect(holidays['2026-03-15']).toBeUndefined();
  });

  it('leaves half days working days', () => {
    const { holidays } = calendarFor('DE', 'Europe/Berlin', 2026, 2026);
    expect(holidays['2026-12-24']).toBeUndefined();
    expect(holidays['2026-12-25']).toBeDefined();
    const { holidays: turkish } = calendarFor('TR', 'Europe/Istanbul', 2026, 2026);
    expect(turkish['2026-03-19']).toBeUndefined();
    expect(['2026-03-20', '2026-03-21', '2026-03-22', '2026-03-23'].map((day) => day in turkish)).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });

  it('names each day of a holiday of several days', () => {
    const { holidays } = calendarFor('SA', 'Asia/Riyadh', 2026, 2026);
    expect(Object.keys(holidays)).toEqual(expect.arrayContaining(['2026-05-26', '2026-05-27', '2026-05-28']));
  });

  it('counts the summer bank holiday in England and the state of an Australian or Canadian zone', () => {
    expect(calendarFor('GB', 'Europe/London', 2026, 2026).holidays['2026-08-31']).toBeDefined();
    expect(calendarFor('AU', 'Australia/Sydney', 2026, 2026).holidays['2026-10-05']).toBeDefined();
    expect(calendarFor('CA', 'America/Toronto', 2026, 2026).holidays['2026-10-12']).toBeDefined();
  });

  it('says where it knows none, and still gives the weekend', () => {
    expect(hasHolidays('IE')).toBe(true);
    expect(hasHolidays('QA')).toBe(false);
    expect(calendarFor('QA', 'Asia/Qatar', 2026, 2026)).toMatchObject({ weekend: [5, 6], holidays: {} });
  });
});

describe('zone offsets', () => {
  it('has every change of the span to the minute', () => {
    const { offsets } = calendarFor('IE', 'Europe/Dublin', 2026, 2027);
    expect(offsets.slice(1).map(({ from, minutes }) => [iso(from), minutes])).toEqual([
      ['2026-03-29T01:00:00.000Z', 60],
      ['2026-10-25T01:00:00.000Z', 0],
      ['2027-03-28T01:00:00.000Z', 60],
      ['2027-10-31T01:00:00.000Z', 0],
    ]);
    expect(offsets[0]?.minutes).toBe(0);
    expect(offsets[0]?.from).toBeLessThan(Date.UTC(2026, 0, 1));
  });

  it('does southern, half-hour, quarter-hour and unchanging zones', () => {
    const changes = (country: string, zone: string) =>
      calendarFor(country, zone, 2026, 2026).offsets.map(({ minutes }) => minutes);
    expect(changes('AU', 'Australia/Lord_Howe')).toEqual([660, 630, 660]);
    expect(changes('IN', 'Asia/Kolkata')).toEqual([330]);
    expect(changes('NP', 'Asia/Kathmandu')).toEqual([345]);
    expect(changes('SG', 'Asia/Singapore')).toEqual([480]);
    expect(changes('US', 'America/New_York')).toEqual([-300, -240, -300]);
    expect(changes('MA', 'Africa/Casablanca')).toEqual([60, 0, 60]);
  });
});

describe('what is not known', () => {
  it('is refused by name', () => {
    expect(() => calendarFor('XX', 'Europe/Dublin', 2026, 2026)).toThrow(UnknownCountry);
    expect(() => calendarFor('ie', 'Europe/Dublin', 2026, 2026)).toThrow(UnknownCountry);
    expect(() => calendarFor('IE', 'Europe/Nowhere', 2026, 2026)).toThrow(UnknownTimeZone);
    expect(() => calendarFor('IE', 'Europe/Dublin', 2027, 2026)).toThrow(RangeError);
    expect([isKnownCountry('IE'), isKnownCountry('EU'), isKnownCountry('')]).toEqual([true, false, false]);
    expect(['Europe/Dublin', 'UTC', '+02:00', 'Nowhere', ''].map(isKnownTimeZone)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});

it('answers a second time with the same frozen object', () => {
  const first = calendarFor('SE', 'Europe/Stockholm', 2026, 2027);
  expect(calendarFor('SE', 'Europe/Stockholm', 2026, 2027)).toBe(first);
  expect(Object.isFrozen(first.holidays)).toBe(true);
});
