/** Reading what was just written: queries wait for the projection, but not for ever. */
import { Inject, Injectable } from '@nestjs/common';
import type { EventStore } from '#event-sourcing/event-store.js';
import { EVENT_STORE } from '#obligations/record.js';
import { Worker } from '../../worker/src/worker.js';
import { Problem } from './problem.js';
import { SETTINGS, type Settings } from './settings.js';

/** The furthest position that a command of this process wrote. */
@Injectable()
export class LastWritten {
  position: string | undefined;

  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  note(position: string): void {
    if (this.position === undefined || this.store.compare(position, this.position) > 0)
      this.position = position;
  }
}

@Injectable()
export class Waiting {
  constructor(
    @Inject(Worker) private readonly worker: Worker,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(LastWritten) private readonly lastWritten: LastWritten,
  ) {}

  /** @throws Problem POSITION_MALFORMED, PROJECTION_BEHIND */
  async until(position: string | undefined, projection = 'register'): Promise<void> {
    if (position === undefined) return;
    try {
      this.store.compare(position, position);
    } catch {
      throw new Problem(
        400,
        'POSITION_MALFORMED',
        'after phải là position mà một lệnh đã trả về.',
        'after must be a position that a command has answered with.',
        { field: 'after' },
      );
    }
    if (await this.worker.runner.waitFor(projection, position, this.settings.waitMs)) return;
    throw behind();
  }

  /** As `until`, and until the tree of the ledger has come there. */
  async untilInLedger(position: string | undefined): Promise<void> {
    await this.until(position);
    if (position === undefined) return;
    if (!(await this.worker.ledger.runner.waitFor('ledger', position, this.settings.waitMs))) throw behind();
  }

  /** All that this process has written. */
  untilOwnWrites(): Promise<void> {
    return this.until(this.lastWritten.position);
  }
}

const behind = () =>
  new Problem(
    503,
    'PROJECTION_BEHIND',
    'Sổ theo dõi chưa cập nhật đến vị trí này, hãy thử lại.',
    'The register has not come to this position yet; try again.',
    { field: 'after' },
    { 'retry-after': '1' },
  );
