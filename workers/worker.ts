import { hostname } from 'node:os';
import type { DataConverter } from '@temporalio/common';
import { type NativeConnection, Worker, type WorkflowBundle } from '@temporalio/worker';
import { createActivities } from '../activities/create-activities';
import type { ActivityDeps } from '../activities/deps';
import { workflowBundle } from './bundle';
import { heartbeats } from './heartbeats';

export interface WorkerWishes {
  connection: NativeConnection;
  namespace: string;
  taskQueue: string;
  activities: ActivityDeps;
  bundle?: WorkflowBundle;
  /** Encrypts what Temporal stores; the client must have the same one. */
  dataConverter?: DataConverter;
  /** With a name and a build id the worker takes part in Temporal's worker versioning. */
  deployment?: { name: string; buildId: string };
}

/** So many sleeping interviews are kept ready; others are read from their history when they wake. */
const MOST_CACHED = 400;

/** A worker that is ready to `run()`. Its `shutdown()` lets running activities end. */
export async function createWorker(wishes: WorkerWishes): Promise<Worker> {
  const { connection, namespace, taskQueue, activities, dataConverter, deployment } = wishes;
  return Worker.create({
    connection,
    namespace,
    taskQueue,
    workflowBundle: wishes.bundle ?? (await workflowBundle()),
    activities: createActivities(activities),
    interceptors: { activity: [heartbeats] },
    identity: `afterview@${hostname()}:${process.pid}`,
    // An SMTP conversation that is cut off leaves a mail whose fate nobody knows, so it may end first.
    shutdownGraceTime: activities.mail.transport.longestMs + 5_000,
    shutdownForceTime: activities.mail.transport.longestMs + 30_000,
    maxCachedWorkflows: MOST_CACHED,
    ...(dataConverter && { dataConverter }),
    ...(deployment && {
      workerDeploymentOptions: {
        version: { deploymentName: deployment.name, buildId: deployment.buildId },
        useWorkerVersioning: true,
        // Interviews live for months; the workflow is an interpreter whose replays are tested, so they may move on.
        defaultVersioningBehavior: 'AUTO_UPGRADE',
      },
    }),
  });
}
