/** Whom to reach: [S14] never to be seen in what the server says. */
export const SECRET = { phone: '13800138000', address: '湖滨路三号', name: '张小明' }

export const tellsSecret = (text: string) => Object.values(SECRET).some((each) => text.includes(each))
