<?php
// library: amphp/socket
// only: uvstream
declare(strict_types=1);
require __DIR__ . '/inc/scenario.php';
require __DIR__ . '/inc/examples.php';

scenario('examples/amp.php', fn () => sleeps_for_each('amp.php'));
