import brand from 'domain/district/brand.json'

/** One deployment serves one district; its name and code are the only things built in. */
export const BRAND: { name: string; districtCode: string } = brand
