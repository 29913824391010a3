import { defineBackground } from 'wxt/utils/define-background';
import { listenForRequests } from '@/lib/define-request';
import { answerHostRequests } from './hosts';
import { listenForLookUps } from './look-up';
import { answerRecordRequests } from './records';
import { mayAsk } from './senders';
import { listenForSidePanel } from './side-panel';
import { answerTabRequests } from './tabs';

// Every listener is added before anything is awaited, or the event that woke the worker is lost.
export default defineBackground(() => {
  answerTabRequests();
  answerRecordRequests();
  answerHostRequests();
  listenForLookUps();
  listenForSidePanel();
  listenForRequests(mayAsk);
});
