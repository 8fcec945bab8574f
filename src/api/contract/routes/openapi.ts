export default {
  type: 'content-api',
  routes: [
    {
      method: 'GET',
      path: '/openapi.json',
      handler: 'openapi.read',
      // What is open to everybody may be known to everybody.
      config: { auth: false },
    },
  ],
};
