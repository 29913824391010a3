import type { Stage } from '@/lib/domain/record/stage';
import type { IconName } from '../../Icon';

/** The picture of each stage; its colour is `--stage-…` in board.css. */
export const stageIcons: Record<Stage, IconName> = {
  required: 'warn',
  pending: 'clock',
  'link-expired': 'linkOff',
  'ready-to-create': 'edit',
  'recorded-here': 'history',
  done: 'check',
  withdrawn: 'bad',
};
