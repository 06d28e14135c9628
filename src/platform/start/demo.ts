import type { Room } from '#platform/room.ts'
import type { DemoHouse } from '#platform/room.ts'
import { insertDemoStep, listDemoSteps } from './demo.sql.ts'

/** Takes every room's demo steps that were not taken yet, in order; each step lands whole or not at all. */
export async function loadDemo(
  rooms: readonly Room[],
  house: DemoHouse,
  say: (line: string) => void,
): Promise<void> {
  const done = await listDemoSteps(house.db)
  const steps = rooms
    .flatMap(({ name, demo }) => (demo === undefined ? [] : [{ name, ...demo }]))
    .filter(({ name }) => !done.has(name))
    .toSorted((a, b) => a.order - b.order)
  for (const step of steps) {
    say(step.says ?? `Preparing the demo: ${step.name} …`)
    await step.load(house)
    await insertDemoStep(house.db, step.name)
  }
}
