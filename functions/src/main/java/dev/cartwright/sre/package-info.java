/** What an instance tells of itself and of others, and the functions that this triggers. */
package dev.cartwright.sre;
