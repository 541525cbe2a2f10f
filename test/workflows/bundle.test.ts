import { builtinModules } from 'node:module';
import { workflowBundle } from '../../workers/bundle';

const LARGEST_BYTES = 1_700_000;

test('the workflow bundle is small and holds no Node built-in, zod or date library', async () => {
  const { code } = await workflowBundle();
  // The source map, inlined at the end, is no part of what the sandbox loads.
  const script = code.split('//# sourceMappingURL=')[0] ?? '';
  expect(Buffer.byteLength(script)).toBeLessThan(LARGEST_BYTES);
  for (const name of builtinModules) expect(script).not.toContain(`require("${name}")`);
  expect(script).not.toMatch(/node_modules\/(zod|temporal-polyfill|date-holidays|liquidjs)\//);
}, 120_000);
