import { readFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { startFaultSmtp } from '../support/fault-smtp';
import { closeProduct, startProduct } from '../support/product';
import { sharedIntake } from './shared-intake';
jest.setTimeout(900_000);
const cpu = (pid: number) => { const s = readFileSync(`/proc/${pid}/stat`, 'utf8'); const f = s.slice(s.lastIndexOf(')') + 2).split(' '); return (Number(f[11]) + Number(f[12])) / 100; };
test('perf', async () => {
  const smtp = await startFaultSmtp();
  const product = await startProduct({ env: { SMTP_URL: smtp.url, ...(process.env.PROF ? {NODE_OPTIONS: '--cpu-prof --cpu-prof-dir=/tmp/prof'} : {}) } });
  const engine = JSON.parse(readFileSync(`${product.dataDir}/engine.json`, 'utf8'));
  const lines: string[] = [`start ${product.startedInMs} load ${execFileSync('uptime').toString().trim()}`];
  const intake = sharedIntake(Date.now(), { default: 'send' });
  const c0 = [cpu(engine.launcherPid), cpu(engine.pid)];
  lines.push(`cpu at start node ${c0[0]} engine ${c0[1]}`);
  let t = Date.now();
  const started = await product.post<any>('/api/interviews', intake);
  lines.push(`post ${Date.now() - t}`);
  const at = `/api/interviews/${started.body.id}`;
  const end = new Date(started.body.now);
  for (let m = 0; m < 8; m++) {
    end.setUTCMonth(end.getUTCMonth() + 1);
    t = Date.now();
    const b = [cpu(engine.launcherPid), cpu(engine.pid)];
    const r = await product.post<any>(`${at}/fast-forward`, { to: end.toISOString() });
    const tl = await product.get<any>(`${at}/timeline`);
    lines.push(`${r.body.stage} ${r.body.now} wall ${Date.now() - t} node ${(cpu(engine.launcherPid) - b[0]!).toFixed(2)} engine ${(cpu(engine.pid) - b[1]!).toFixed(2)} timeline ${tl.body.timeline.length} mails ${smtp.mails.length}`);
  }
  console.log(lines.join('\n'));
  await closeProduct(product);
  await smtp.close();
});
