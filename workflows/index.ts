/** What the workflow bundle offers to a worker. */
export { candidate } from './candidate';
export { inboundMail } from './inbound-mail';
export { interview } from './interview';
