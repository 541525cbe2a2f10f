import { setTimeout as sleep } from 'node:timers/promises';
import { Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time';
import { temporal } from '@temporalio/proto';
import { searchAttributes } from './search-attributes';

/** How long a closed interview's history can still be looked at in the Temporal UI. */
const retentionDays = 30;

/**
 * Waits until the namespace answers at `address`. Resolves to false when that does not happen within `patienceMs`, or as
 * soon as `isHopeless` says that waiting is no use.
 */
export async function namespaceAnswers(
  address: string,
  namespace: string,
  patienceMs: number,
  isHopeless: () => boolean = () => false,
): Promise<boolean> {
  const ask = () =>
    withConnection(address, (connection) =>
      connection.withDeadline(Date.now() + 2_000, () => connection.workflowService.describeNamespace({ namespace })),
    );
  return answers(ask, patienceMs, isHopeless);
}

/** The same for the page at `url`. */
export async function pageAnswers(url: string, patienceMs: number, isHopeless: () => boolean): Promise<boolean> {
  const ask = async () => (await fetch(url, { signal: AbortSignal.timeout(2_000) })).body?.cancel();
  return answers(ask, patienceMs, isHopeless);
}

async function answers(ask: () => Promise<unknown>, patienceMs: number, isHopeless: () => boolean): Promise<boolean> {
  const deadline = Date.now() + patienceMs;
  while (!isHopeless()) {
    try {
      await ask();
      return true;
    } catch {
      if (Date.now() > deadline) return false;
      await sleep(50);
    }
  }
  return false;
}

/**
 * Gives the namespace the search attributes it lacks, and, where `setRetention` says so, the retention our own engine
 * has (a cluster's retention is its operator's business). Waits until the attributes can be used.
 */
export async function prepareNamespace(address: string, namespace: string, setRetention: boolean): Promise<void> {
  await withConnection(address, async (connection) => {
    const { operatorService, workflowService } = connection;
    if (setRetention) {
      await workflowService.updateNamespace({
        namespace,
        config: { workflowExecutionRetentionTtl: msToTs(retentionDays * 24 * 60 * 60 * 1000) },
      });
    }
    const types = temporal.api.enums.v1.IndexedValueType;
    const typeOf = {
      Keyword: types.INDEXED_VALUE_TYPE_KEYWORD,
      Datetime: types.INDEXED_VALUE_TYPE_DATETIME,
      Bool: types.INDEXED_VALUE_TYPE_BOOL,
    };
    const missing = async () => {
      const { customAttributes } = await operatorService.listSearchAttributes({ namespace });
      return Object.entries(searchAttributes).filter(([name]) => !(name in (customAttributes ?? {})));
    };
    const lacking = await missing();
    if (lacking.length === 0) return;
    await operatorService.addSearchAttributes({
      namespace,
      searchAttributes: Object.fromEntries(lacking.map(([name, type]) => [name, typeOf[type]])),
    });
    const deadline = Date.now() + 30_000;
    while ((await missing()).length > 0 && Date.now() < deadline) await sleep(50);
  });
}

/** True when the server at `address` can move a workflow's clock ahead. */
export async function canSkipTime(address: string, namespace: string): Promise<boolean> {
  return withConnection(address, async (connection) => {
    try {
      await connection.workflowService.pollWorkflowExecutionTimeSkipping({
        namespace,
        workflowExecution: { workflowId: 'no-such-workflow' },
        fastForwardId: 'none',
      });
      return true;
    } catch (error) {
      // UNIMPLEMENTED: an older server, or one without the setting. Anything else was an answer about the workflow.
      return (error as { code?: number }).code !== 12;
    }
  });
}

async function withConnection<T>(address: string, use: (connection: Connection) => Promise<T>): Promise<T> {
  const connection = await Connection.connect({ address, connectTimeout: 2_000 });
  try {
    return await use(connection);
  } finally {
    await connection.close();
  }
}
