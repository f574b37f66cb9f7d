/**
 * The folded states of the streams that were touched last, kept between batches in what a projection may remember of
 * its slot. What was not touched for long goes first.
 */

/** A stream as it was left: its folded state and the latest instant that was recorded in it. */
export interface StreamState {
  /** Number of events folded. */
  readonly version: number;
  readonly state: unknown;
  readonly recordedAt: number;
  /** Some of it counts from an earlier day than that on which it was recorded. */
  readonly backdated: boolean;
}

interface Kept {
  readonly stream: StreamState;
  readonly chars: number;
}

/** JSON text of the states; as objects they take some times as much. */
const MAX_CHARS = 4 << 20;
const SIZE = ' size';

export class StateCache {
  constructor(
    private readonly memory: Map<string, unknown>,
    private readonly maxChars = MAX_CHARS,
  ) {}

  /** Only the state right before the event wanted next: any other is of no use. */
  get(stream: string, version: number): StreamState | undefined {
    const kept = this.memory.get(stream) as Kept | undefined;
    return kept?.stream.version === version ? kept.stream : undefined;
  }

  /** `chars`: of its JSON. */
  set(stream: string, state: StreamState, chars: number): void {
    this.delete(stream);
    this.memory.set(stream, { stream: state, chars } satisfies Kept);
    this.grow(chars);
    for (const oldest of this.memory.keys()) {
      if (this.size <= this.maxChars) return;
      if (oldest !== SIZE) this.delete(oldest);
    }
  }

  private delete(stream: string): void {
    const kept = this.memory.get(stream) as Kept | undefined;
    if (!kept) return;
    this.memory.delete(stream);
    this.grow(-kept.chars);
  }

  private get size(): number {
    return (this.memory.get(SIZE) as number | undefined) ?? 0;
  }

  private grow(chars: number): void {
    this.memory.set(SIZE, this.size + chars);
  }
}
