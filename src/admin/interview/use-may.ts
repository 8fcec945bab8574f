import { useAuth } from '@strapi/strapi/admin';

/** Whether the signed-in user has a permission on a content type. */
export const useMay = (action: string, subject: string): boolean =>
  useAuth('useMay', ({ permissions }) =>
    permissions.some(
      (permission) => permission.action === action && permission.subject === subject,
    ),
  );
