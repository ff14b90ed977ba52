/** Accounts as the exchange keeps them: users, wallets, devices, networks, addresses, sessions. */
@NullMarked
package firedrill.ingest.account;

import org.jspecify.annotations.NullMarked;
