import type { StepPart } from './eligibility.ts'
import { carerEligibilityData as law, wellbeingData } from './law.ts'

/** A part of a condition in words for the carer: `Eating and drinking well: you cannot do this without help`. */
export function outcomeInLetter(part: StepPart): string {
  if (part.id === 'C2a') return capital(law.health.letter_met)
  const domain = wellbeingData.domains.find(({ id }) => id === part.id)
  if (domain !== undefined) return domain.letter
  const outcome = law.outcomes.find(({ id }) => id === part.id)
  const ways = law.limbs.filter((limb) => part.limbs?.includes(limb.id))
  const how = ways.map(({ letter }) => letter).join(', and ')
  return capital(`${outcome?.letter ?? part.title}${how === '' ? '' : `: ${how}`}`)
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
