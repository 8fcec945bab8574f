/** The pages by which an owner reads and approves a text: the token in the address is the right. */
export default {
  routes: [
    {
      method: 'GET',
      path: '/approvals/:token',
      handler: 'approval.show',
      config: { auth: false },
    },
    {
      method: 'POST',
      path: '/approvals/:token',
      handler: 'approval.decide',
      config: { auth: false },
    },
  ],
};
