import { defineBackground } from 'wxt/utils/define-background';
import { listenForRequests } from '@/lib/define-request';
import { answerEvidenceRequests } from './evidence';
import { answerHostRequests } from './hosts';
import { listenForLookUps } from './look-up';
import { answerRecordRequests } from './records';
import { answerRowRequests } from './rows';
import { mayAsk } from './senders';
import { listenForSidePanel } from './side-panel';
import { answerTabRequests } from './tabs';
import { realTools } from './tools';
import { answerViewRequests } from './views';

// Every listener is added before anything is awaited, or the event that woke the worker is lost.
export default defineBackground(() => {
  const tools = realTools();
  answerTabRequests();
  answerRecordRequests(tools);
  answerRowRequests(tools);
  answerEvidenceRequests(tools);
  answerHostRequests();
  answerViewRequests();
  listenForLookUps();
  listenForSidePanel();
  listenForRequests(mayAsk);
});
