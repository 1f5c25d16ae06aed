/** JSON of consents, read with a parser. */
package com.chronotech.customer360.consents.core.json;
