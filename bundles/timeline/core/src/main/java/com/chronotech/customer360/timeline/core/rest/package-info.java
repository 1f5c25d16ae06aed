/** The timeline by REST, server-sent events and WebSocket; thin. */
package com.chronotech.customer360.timeline.core.rest;
