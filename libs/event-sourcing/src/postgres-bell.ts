import type pg from 'pg';

/** One listening connection for all subscribers of a store; open only while somebody subscribes. */
export class Bell {
  rings = 0;
  private members = 0;
  private closed = false;
  private client: pg.Client | undefined;
  private opening: Promise<void> | undefined;
  private retry: NodeJS.Timeout | undefined;
  private failures = 0;
  private readonly sleepers = new Set<() => void>();
  private readonly closing = new Set<Promise<void>>();

  constructor(
    private readonly channel: string,
    private readonly make: () => pg.Client,
  ) {}

  join(): () => void {
    this.members += 1;
    this.open();
    let left = false;
    return () => {
      if (left) return;
      left = true;
      this.members -= 1;
      if (this.members === 0) this.hangUp();
    };
  }

  ring(): void {
    this.rings += 1;
    for (const wake of [...this.sleepers]) wake();
  }

  /** Until the bell rings (or has rung since `heard`), the time is over, or the signal aborts. */
  wait(heard: number, ms: number, signal: AbortSignal): Promise<void> {
    if (this.rings !== heard || signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        this.sleepers.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      const timer = setTimeout(wake, ms);
      this.sleepers.add(wake);
      signal.addEventListener('abort', wake);
    });
  }

  async close(): Promise<void> {
    this.closed = true;
    this.hangUp();
    await this.opening;
    await Promise.all(this.closing);
  }

  private open(): void {
    if (this.closed || this.client || this.opening || this.retry) return;
    this.opening = this.connect().finally(() => {
      this.opening = undefined;
      // All may have left while the connection was being made.
      if (this.members === 0 || this.closed) this.hangUp();
    });
  }

  private async connect(): Promise<void> {
    const client = this.make();
    const lost = () => {
      if (this.client === client) this.client = undefined;
      this.again();
    };
    client.on('error', () => undefined);
    client.on('notification', () => this.ring());
    try {
      await client.connect();
      await client.query(`LISTEN ${this.channel}`);
      client.once('end', lost);
      this.client = client;
      this.failures = 0;
      // What was announced before the connection stood went unheard.
      this.ring();
    } catch {
      this.dismiss(client);
      this.again();
    }
  }

  private again(): void {
    if (this.members === 0 || this.closed || this.retry) return;
    const pause = Math.min(100 * 2 ** this.failures++, 5_000);
    this.retry = setTimeout(() => {
      this.retry = undefined;
      if (this.members > 0) this.open();
    }, pause);
  }

  private hangUp(): void {
    clearTimeout(this.retry);
    this.retry = undefined;
    const client = this.client;
    this.client = undefined;
    if (client) this.dismiss(client);
  }

  private dismiss(client: pg.Client): void {
    const done: Promise<void> = client
      .end()
      .catch(() => undefined)
      .finally(() => this.closing.delete(done));
    this.closing.add(done);
  }
}
