import type { Tx } from '#platform/db/database.ts'
import type { WaitingSource } from '#platform/waiting-source.ts'
import type { Ticked } from './give-work.rules.ts'
import type { KindGiven } from './give-work.sql.ts'

/**
 * Gives each line to a worker as long as it is still whose it was when it was ticked; what somebody
 * moved or finished meanwhile stays as it is. Says how much of each kind was asked for and given.
 */
export async function giveWork(
  tx: Tx,
  of: {
    readonly sources: readonly WaitingSource[]
    readonly ticked: readonly Ticked[]
    readonly workerId: string
  },
): Promise<readonly KindGiven[]> {
  const kinds: KindGiven[] = []
  for (const { kind, give } of of.sources) {
    const lines = of.ticked.filter((line) => line.kind === kind)
    if (give === undefined || lines.length === 0) continue
    let given = 0
    for (const [from, those] of Map.groupBy(lines, (line) => line.from)) {
      if (from === of.workerId) continue
      const ids = those.map(({ id }) => id)
      given += await give.run(tx, { ids, from, workerId: of.workerId })
    }
    kinds.push({ kind, asked: lines.length, given })
  }
  return kinds
}
