<?php
// library: react/socket
// only: uvstream
declare(strict_types=1);
require __DIR__ . '/inc/scenario.php';
require __DIR__ . '/inc/examples.php';

scenario('examples/react.php', fn () => sleeps_for_each('react.php'));
