import type { Answers, Asking } from './draft.ts'
import type { Step } from './step.ts'
import { aboutThem } from './steps/about-them.ts'
import { contactSafely } from './steps/contact-safely.ts'
import { dateOfBirth } from './steps/date-of-birth.ts'
import { grownUpsAtHome } from './steps/grown-ups-at-home.ts'
import { howMuchTime } from './steps/how-much-time.ts'
import { howToReachYou } from './steps/how-to-reach-you.ts'
import { howYouRead } from './steps/how-you-read.ts'
import { school } from './steps/school.ts'
import { whatWouldHelp } from './steps/what-would-help.ts'
import { whereTheyLive } from './steps/where-they-live.ts'
import { whereYouLive } from './steps/where-you-live.ts'
import { whoYouLookAfter } from './steps/who-you-look-after.ts'
import { whoMayKnow } from './steps/who-may-know.ts'
import { yourName } from './steps/your-name.ts'

/** The pages of a registration, in order. */
const steps: readonly Step[] = [
  yourName,
  dateOfBirth,
  whoYouLookAfter,
  aboutThem,
  whereTheyLive,
  howMuchTime,
  whereYouLive,
  school,
  howToReachYou,
  contactSafely,
  grownUpsAtHome,
  howYouRead,
  whoMayKnow,
  whatWouldHelp,
]

export function stepsOf(way: Asking['way']): readonly Step[] {
  return steps.filter(({ ways }) => ways.includes(way))
}

/** The page after this one; null after the last. */
export function stepAfter(slug: string, way: Asking['way']): Step | null {
  const mine = stepsOf(way)
  return mine[mine.findIndex((each) => each.slug === slug) + 1] ?? null
}

/** The page before this one; null before the first. */
export function stepBefore(slug: string, way: Asking['way']): Step | null {
  const mine = stepsOf(way)
  return mine[mine.findIndex((each) => each.slug === slug) - 1] ?? null
}

/** The first page that has no answer that still holds; null where all have one. */
export function firstUnanswered(answers: Answers, of: Asking): Step | null {
  return (
    stepsOf(of.way).find(({ slug, read }) => {
      const body = answers[slug]
      return body === undefined || !read(body, of).ok
    }) ?? null
  )
}
