/** One deployment serves one district; its name and code are the only things built in. */
export const BRAND = { name: '阳东先锋', districtCode: '441704' } as const
