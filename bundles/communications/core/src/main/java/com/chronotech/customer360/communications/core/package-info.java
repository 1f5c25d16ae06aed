/** Messages to customers: queues them, decides, hands them over and keeps what became of them. */
package com.chronotech.customer360.communications.core;
