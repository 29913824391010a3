import type { Break } from './trail-chain';

/**
 * Why events from elsewhere are refused: a break in a chain, or `person-changed` a person's data is not what
 * the event was made with · `person-stray` a person whom no event names · `record-missing` an event
 * of a record that never began · `record-pruned` a new one of a record that was pruned here · `record-twice` a record that began
 * twice · `attempt-twice` one save written twice · `file-twice` a file under the id of another one ·
 * `fork` the chain goes another way than the one that is here.
 */
export type TrailProblem = {
  code:
    | Break['code']
    | 'person-changed'
    | 'person-stray'
    | 'record-missing'
    | 'record-pruned'
    | 'record-twice'
    | 'attempt-twice'
    | 'file-twice'
    | 'fork';
  writer: string;
  sequence: number;
};
