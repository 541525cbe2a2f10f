/**
 * `afterview`: looks into the future of an interview, into a mail, and at a letter, without a server. Each command loads
 * only what it needs. `-` reads standard input.
 */
import { Command } from 'commander';

const program = new Command('afterview')
  .description('What to do after a job interview, and when.')
  .showHelpAfterError();

program
  .command('plan')
  .description(
    'The whole course ahead for an intake, if nobody ever answers, every draft is approved and every call made.',
  )
  .argument('<intake>', 'the intake as JSON: a file, or - for standard input')
  .option('--at <instant>', 'take this ISO instant as now, instead of the end of the interview')
  .argument('[events...]', 'further events for --what-if')
  .option(
    '--what-if <event@date>',
    'what happens on the way, such as rejected@2026-12-09 or offered@2026-12-10; may be given more than once',
    (event: string, before: string[] = []) => [...before, event],
  )
  .option('--json', 'print { "steps": [...] }')
  .action(async (file: string, events: string[], options: { at?: string; whatIf?: string[]; json?: boolean }) => {
    const { plan } = await import('./plan');
    process.exitCode = await plan(file, { ...options, whatIf: [...(options.whatIf ?? []), ...events] });
  });

program
  .command('classify')
  .description('What kind of answer each mail is (message/rfc822), and what would be done with it.')
  .argument('<files...>', 'mail files, or - for standard input')
  .option('--json', 'print one JSON object per line')
  .action(async (files: string[], options: { json?: boolean }) => {
    const { classifyFiles } = await import('./classify');
    process.exitCode = await classifyFiles(files, options);
  });

program
  .command('check-letter')
  .description('What the etiquette guard finds in a letter; exit code 1 where a finding blocks.')
  .argument('[letter]', 'a text file, or - for standard input', '-')
  .option('--context <file>', 'a JSON file with what the letter may say: names, promised date, offers')
  .option('--json', 'print the findings as JSON')
  .action(async (file: string, options: { context?: string; json?: boolean }) => {
    const { checkLetterFile } = await import('./check-letter');
    process.exitCode = await checkLetterFile(file, options);
  });

// Whoever reads only the first lines (`| head`) closes the pipe; that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

program.parseAsync().catch((error: unknown) => {
  console.error(`afterview: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
});
