/** Accounts of the exchange: users, wallets, devices, networks, addresses, sessions. */
@NullMarked
package firedrill.ingest.account;

import org.jspecify.annotations.NullMarked;
