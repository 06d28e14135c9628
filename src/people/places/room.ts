import type { Room } from '#platform/room.ts'
import { importPlaces } from './import-places.command.ts'
import { placesApi } from './places.api.ts'
import { loadShippedRegisters } from './shipped-registers.ts'

/** Where things are: postcodes, and the registers of practices, trusts, hospitals and schools. */
export const places: Room = {
  name: 'places',
  api: [placesApi],
  commands: [importPlaces],
  demo: {
    order: 12,
    says: 'Loading registers of practices, hospitals and schools …',
    load: ({ db }) => loadShippedRegisters(db),
  },
}
