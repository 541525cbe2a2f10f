/** A mail server on the loopback that takes everything, in a process of its own, so that its work is nobody's cost. */
import { startFaultSmtp } from '../test/support/fault-smtp';

startFaultSmtp().then(
  ({ port }) => process.send?.(port),
  () => process.exit(1),
);
process.on('disconnect', () => process.exit(0));
