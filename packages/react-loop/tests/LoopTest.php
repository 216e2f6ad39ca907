<?php
declare(strict_types=1);

namespace Uvstream\React;

/** ReactPHP's own suite. */
class LoopTest extends \React\Tests\EventLoop\AbstractLoopTest
{
    public function createLoop(): Loop
    {
        return new Loop;
    }
}
