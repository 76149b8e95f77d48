import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './theme/global.css';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createQueryClient } from './query-client.js';
import { createDashboardRouter } from './router.js';
import { session } from './session/session.js';
import { appearanceManager } from './theme/appearance.js';
import { cssVariables, theme } from './theme/theme.js';

const queryClient = createQueryClient(() => {
  queryClient.setQueryData(session().queryKey, null);
  // The frame's own check then leads to the sign-in screen, with the way back.
  void router.invalidate();
});
const router = createDashboardRouter(queryClient);

const place = document.getElementById('root');
if (!place) throw new Error('index.html has no element #root.');

createRoot(place).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} colorSchemeManager={appearanceManager} defaultColorScheme="auto">
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
        <Notifications position="bottom-center" autoClose={5000} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
