import type { DemoHouse, Room } from '#platform/room.ts'
import { insertDemoStep, listDemoSteps, oneAtATime } from './demo.sql.ts'

/**
 * Takes every room's demo steps that were not taken yet, in order; each step lands whole or not at
 * all. Of two servers that start side by side the second waits, and then has nothing to do.
 */
export async function loadDemo(
  rooms: readonly Room[],
  house: DemoHouse,
  say: (line: string) => void,
): Promise<void> {
  const all = rooms
    .flatMap(({ name, demo }) => (demo === undefined ? [] : [{ name, ...demo }]))
    .toSorted((a, b) => a.order - b.order)
  const taken = await listDemoSteps(house.db)
  if (all.every(({ name }) => taken.has(name))) return
  await oneAtATime(house.db, async () => {
    const done = await listDemoSteps(house.db)
    for (const step of all.filter(({ name }) => !done.has(name))) {
      say(step.says ?? `Preparing the demo: ${step.name} …`)
      await step.load(house)
      await insertDemoStep(house.db, step.name)
    }
  })
}
