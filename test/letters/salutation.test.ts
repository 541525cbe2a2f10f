import { german } from '../../letters/catalogue/de/language';
import { english } from '../../letters/catalogue/en/language';
import { greetingFor, mention, mentionOblique, readHonorific, readName } from '../../letters/salutation';

const person = (honorific: string, givenName = 'Aoife', familyName = 'Byrne') => ({ honorific, givenName, familyName });

describe('A2 nobody’s title or gender is guessed', () => {
  test.each([
    ['', 'Dear Aoife Byrne,', 'Guten Tag Aoife Byrne,'],
    ['Dr', 'Dear Dr Byrne,', 'Guten Tag Dr. Byrne,'],
    ['Dr.', 'Dear Dr Byrne,', 'Guten Tag Dr. Byrne,'],
    ['Prof.', 'Dear Professor Byrne,', 'Guten Tag Professor Byrne,'],
    ['Prof. Dr.', 'Dear Professor Byrne,', 'Guten Tag Professor Byrne,'],
    ['Ms', 'Dear Ms Byrne,', 'Sehr geehrte Frau Byrne,'],
    ['Mrs', 'Dear Mrs Byrne,', 'Sehr geehrte Frau Byrne,'],
    ['Mr', 'Dear Mr Byrne,', 'Sehr geehrter Herr Byrne,'],
    ['Mx', 'Dear Mx Byrne,', 'Guten Tag Aoife Byrne,'],
    ['Frau Dr.', 'Dear Dr Byrne,', 'Sehr geehrte Frau Dr. Byrne,'],
    ['Herr Prof. Dr.', 'Dear Professor Byrne,', 'Sehr geehrter Herr Professor Byrne,'],
    ['Dame', 'Dear Dame Aoife,', 'Guten Tag Dame Aoife,'],
    ['Lieutenant', 'Dear Aoife Byrne,', 'Guten Tag Aoife Byrne,'],
  ])('%s', (honorific, inEnglish, inGerman) => {
    expect(greetingFor([person(honorific)], english, 'formal')).toBe(inEnglish);
    expect(greetingFor([person(honorific)], german, 'formal')).toBe(inGerman);
  });

  test('what stands after a name is no part of it in a salutation', () => {
    for (const family of ['Byrne Jr.', 'Byrne, Ph.D.', 'Byrne III', 'Byrne OBE'])
      expect(greetingFor([person('Mr', 'Bob', family)], english, 'formal')).toBe('Dear Mr Byrne,');
    expect(mention(person('', 'Bob', 'Byrne Jr.'), english)).toBe('Bob Byrne Jr.');
  });

  test('I7 the informal form uses the first name', () => {
    expect(greetingFor([person('Dr')], english, 'informal')).toBe('Hi Aoife,');
    expect(greetingFor([person('Dr')], german, 'informal')).toBe('Hallo Aoife,');
  });

  test('several persons are all named', () => {
    const both = [person('Dr'), person('Mr', 'Conor', "O'Neill")];
    expect(greetingFor(both, english, 'formal')).toBe("Dear Dr Byrne and Mr O'Neill,");
    expect(greetingFor([person('Frau Dr.'), person('Herr', 'Conor', "O'Neill")], german, 'formal')).toBe(
      "Sehr geehrte Frau Dr. Byrne, sehr geehrter Herr O'Neill,",
    );
  });

  test('a missing part of a name leaves no gap', () => {
    expect(greetingFor([person('', 'Aoife', '')], english, 'formal')).toBe('Dear Aoife,');
    expect(greetingFor([person('', '', 'Byrne')], english, 'formal')).toBe('Dear Byrne,');
    expect(greetingFor([], english, 'formal')).toBe('Hello,');
    expect(greetingFor([person('', '', '')], german, 'formal')).toBe('Guten Tag,');
  });

  test('a referee’s name keeps its title', () => {
    expect(readName('Prof. Dr. Priya Raman')).toEqual({
      honorific: 'Prof. Dr.',
      givenName: 'Priya',
      familyName: 'Raman',
    });
    expect(greetingFor([readName('Dr. Jonas Berg')], english, 'formal')).toBe('Dear Dr Berg,');
    expect(greetingFor([readName('Jonas Berg')], english, 'formal')).toBe('Dear Jonas Berg,');
  });

  test('a third person in a sentence', () => {
    expect(mention(person('Mr', 'Conor', "O'Neill"), english)).toBe("Mr O'Neill");
    expect(mention(person('Frau Dr.'), german)).toBe('Frau Dr. Byrne');
    expect(mention(person('Herr', 'Conor', "O'Neill"), german)).toBe("Herr O'Neill");
    expect(mentionOblique(person('Herr', 'Conor', "O'Neill"), german)).toBe("Herrn O'Neill");
  });

  test('an honorific that is not understood is kept apart', () => {
    expect(readHonorific('Baroness')).toMatchObject({ courtesy: null, title: null, other: 'Baroness' });
  });
});
