<?php
// What phpstan makes of stubs/uvstream.php: it says so if one of these is no error, or if a type is another one.
declare(strict_types=1);

stream_context_create(['socket' => ['backlog' => 9], 'uvstream' => ['cloexec' => false], 'ssl' => ['ciphers' => 'a']]);
stream_context_create(['uvstream' => ['cloexec' => 'no']]); // @phpstan-ignore argument.type
stream_context_create(['socket' => ['tcp_keepcnt' => 128]]); // @phpstan-ignore argument.type
stream_context_create(['socket' => ['bindto' => 80]]); // @phpstan-ignore argument.type
PHPStan\Testing\assertType('resource', stream_context_create());
