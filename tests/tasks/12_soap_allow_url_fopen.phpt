--TEST--
tasks, promise 12: what allow_url_fopen forbids stays forbidden while, and after, a SOAP client waits for its WSDL
--EXTENSIONS--
libxml
soap
--INI--
allow_url_fopen=0
--FILE--
<?php
use function Uvstream\{delay, run, spawn};

/** A file that is not there after a while. */
class Slow
{
    public $context;

    public function stream_open(): bool
    {
        delay(0);
        delay(0);
        return false;
    }
    public function url_stat(): array { return ['mode' => 0100644]; }
}
stream_wrapper_register('slow', Slow::class, STREAM_IS_URL);

function is_forbidden(): bool
{
    @file_get_contents('http://127.0.0.1:1/');
    return str_contains(error_get_last()['message'], 'no suitable wrapper');
}

$client = function () {
    try {
        @new SoapClient('slow://wsdl', ['cache_wsdl' => WSDL_CACHE_NONE]);
    } catch (SoapFault $fault) {
        echo $fault->faultcode, "\n";
    }
};
run(function () use ($client) {
    spawn($client);
    delay(0);
    spawn($client);
    delay(0);
    var_dump(is_forbidden());
});
var_dump(is_forbidden());
?>
--EXPECT--
bool(true)
WSDL
WSDL
bool(true)
