"""The German words that the checks of wording look for."""

from vaultgoals.rules.lexicon import Grammar, Lexicon, listed

GERMAN = Lexicon(
    grammar=Grammar(
        verb_last=True,
        openers=listed(
            """
            bitte endlich ich immer ist mein meine möchte möchten regelmäßig unser unsere will wir
            wollen ziel
            """
        ),
        beginnings=listed("ein eine einen neue neuen neuer neues"),
        breaks=listed(
            """
            ab am an auf aus außer bei beim bis der des durch für gegen hinter im in ins je jede jeden
            jedes jährlich mit monatlich nach neben oder ohne per pro seit statt trotz täglich um und
            unter vom von vor wegen während wöchentlich zu zum zur zwischen über
            """
        ),
        particles=frozenset(),
        companions=frozenset(),
        often=listed(
            """
            abends dienstags donnerstags freitags je jede jeden jedes jährlich mittwochs monatlich
            montags morgens pro samstags sonntags täglich werktags wöchentlich
            """
        ),
        each=listed("je jede jeden jedes pro"),
        times=listed("dreimal einmal fünfmal mal sechsmal siebenmal viermal zehnmal zweimal"),
        numbers=listed(
            """
            acht achtzig drei dreimal dreißig dutzend einmal elf fünf fünfmal fünfzehn fünfzig halb
            halbe hundert keinerlei million millionen neun neunzig null sechs sechzig sieben siebzig
            tausend vier viermal vierzig zehn zwanzig zwei zweimal zwölf
            """
        ),
        periods=frozenset(),
        bounds=listed("auf um unter über"),
    ),
    results=listed(
        """
        abnehmen abwenden anlocken aufsteigen besiegen bezwingen einwerben eliminieren erhöhen erlangen
        erreichen erringen erwirtschaften erzielen gewinnen halbieren heilen loswerden maximieren
        minimieren qualifizieren reduzieren schrumpfen senken steigern verbannen verdoppeln
        verdreifachen verlieren vermehren vermindern verringern überholen übertreffen übertrumpfen
        überzeugen
        """
    ),
    chances=listed(
        """
        abbauen abbezahlen abschließen abwerben ankurbeln anziehen aufbauen ausbauen ausgleichen
        auslasten behalten beherrschen bekommen beschleunigen bestehen binden drücken einnehmen
        einsparen einstellen einwerben erhalten erreichen finden generieren gewinnen haben heben
        herausholen hereinholen hinzugewinnen holen knacken kommen kriegen landen laufen loswerden
        machen optimieren rekrutieren sammeln schaffen schießen schlagen sichern sprechen stärken tilgen
        unterbieten unterschreiten verbessern verdienen verhindern verkaufen verkürzen vermeiden
        vorbeugen werben werden überschreiten
        """
    ),
    prizes=listed(
        """
        abitur abo abonnement abonnent abschluss abschlusszeugnis abschlüsse absprung absturz abstürze
        anerkennung angenommen anmeldung annahme anteil antwortzeit aufruf auftrag aufträge
        ausbildungsplatz ausfall ausfälle ausgabe auslastung auszeichnung befördert beförderung
        bekanntheit beliebt berühmt beschwerde bestellung bestseller bestzeit besucher bewerber
        bewertung blutdruck buchung chef cholesterin conversion dauerstelle deal durchschnitt
        ehrenamtliche einnahme eins elo emission empfehlung erfolg erhöhung ersparnis euro examen fan
        fehler fett finale fließend fluktuation follower freiwillige fördermittel förderung führerschein
        gehalt gehaltserhöhung genauigkeit genehmigung gewicht gewinn gunst halbfinale handicap helfer
        hörer investor jobzusage kapitän kg kilo klausur klick konversion konvertierung kosten
        krankenstand kunde körperfett kündigung ladezeit lead leiter leser liga liste lizenz mannschaft
        marge marktanteil marktführer matura medaille meister meisterschaft millionär mitglied muskel
        muskelmasse müllmenge nachfrage neukunde nominierung note notenschnitt nutzer platz platzierung
        podium pokal praktikum preis provision prüfung quote ranking rate reaktionszeit rechnung
        registrierung reichweite reklamation rekord rendite respekt retoure ruhepuls rückgabe rückläufer
        schmerz schnitt schulden sichtbarkeit sieg sieger spende spender sponsor stimme stimmen
        stipendium streit stromverbrauch studienplatz störung taille tantieme teilnehmer teilnehmerzahl
        titel tore traumjob turnier umsatz unfall unfälle verbrauch verkauf verkäufe verlust vermögen
        verspätung vertrag vertrauen verträge viral vorfall vorfälle wartezeit weltmeister wettbewerb
        zertifikat zeugnis zitat zitation zufrieden zufriedenheit zulassung zusage zuschauer überschuss
        """
    ),
    places=listed(
        """
        auswahl bestsellerliste charts endrunde finale kader liga mannschaft podest spitze treppchen
        """
    ),
    gains=listed(
        """
        abnahme aufstieg beförderung erhöhung gewichtsverlust reduktion reduzierung senkung steigerung
        verdopplung wachstum
        """
    ),
    own=listed(
        """
        ablenkung alkohol angebot anruf bericht besprechung besuch bewerbung bier bildschirmzeit einheit
        eiweiß fernsehen fleisch gespräch gewichte gewohnheit handy handyzeit kaffee lauf mail
        medienzeit minute nachrichten papierkram plastik portion probeklausur probeprüfung salz
        schokolade schritt seite spaziergang stunde süßigkeit tempo termin training unordnung wasser
        wein wort zahl zigarette zucker überstunde übung übungstest
        """
    ),
    deeds=listed(
        """
        abgeben abschicken absprechen analysieren anlegen anmelden anpassen anrufen anschreiben
        ansprechen anstreichen arbeiten atmen aufbauen aufnehmen aufräumen aufschreiben aufsetzen
        ausfüllen ausliefern ausmisten ausprobieren ausrichten ausrollen ausstellen auswerten auswählen
        automatisieren backen basteln bauen beantworten befragen begleiten begrüßen bestellen besuchen
        beten betreuen bewerben binden bohren buchen bügeln coachen danken dehnen deployen dichten
        digitalisieren diskutieren dokumentieren drehen drucken durchführen dämmen einbauen einführen
        einkaufen einladen einreichen einrichten entrümpeln entwerfen entwickeln erklären erledigen
        erneuern ernten ersetzen erstellen eröffnen fertigschreiben fertigstellen filmen fotografieren
        frühstücken führen gehen gestalten gießen gründen helfen hochladen häkeln hören implementieren
        installieren interviewen joggen journaln jäten kaufen kehren kleben kochen komponieren
        konfigurieren kontaktieren kontrollieren korrigieren launchen layouten legen lernen lesen loben
        löschen mailen malen meditieren melden migrieren mitarbeiten mitmachen mähen notieren nähen
        ordnen organisieren packen pflanzen pflegen planen posten proben produzieren programmieren
        protokollieren präsentieren prüfen publizieren putzen recherchieren reden refaktorieren
        relaunchen renovieren reparieren rudern rufen räumen sammeln saugen schneiden schnitzen
        schreiben schulen senden setzen sichern singen sortieren spazieren spenden spülen starten
        stellen streichen stricken studieren säen tapezieren tauschen teilnehmen telefonieren testen
        trainieren treffen turnen töpfern umbauen umsetzen umstellen unterrichten veranstalten verbinden
        verbreiten vereinbaren verfassen vergleichen verlegen verschicken versenden verteilen
        veröffentlichen vorbereiten vorlesen vorstellen vortragen wandern waschen weben wechseln
        wiederholen wischen zeichnen zeigen zubereiten zählen üben überarbeiten übersetzen
        """
    ),
    feats=listed(
        """
        aufstehen drücken essen fahren gehen halten heben klettern laufen machen radeln radfahren rennen
        rudern schlafen schwimmen singen spielen sprechen tanzen trinken turnen
        """
    ),
    makings=listed("abschließen beenden fertigmachen halten machen schaffen"),
    works=listed(
        """
        album anleitung antrag app archiv artikel aufsatz aufsätze bachelorarbeit bad band basar beitrag
        beiträge bericht bett bibliothek blogbeitrag blogbeiträge broschüre buch budget bücher chor
        dachboden dashboard datensatz decke dienst dissertation doktorarbeit feier fest flohmarkt flyer
        folge forum funktion garten gruppe handbuch haus heft hütte intranet kalender kampagne kapitel
        katalog keller kleid konzept kurs küche laden lebenslauf lied logo masterarbeit migration modell
        modus musical mütze newsletter paket paper plakat podcast portal portfolio profil projekt
        prototyp regal rezept roman sammlung schal schrank seite shop skript studie stuhl stück system
        tabelle teich terrasse tisch umfrage verein video vorlage vortrag vorträge wandbild webinar
        webseite website werkzeug wohnung workshop zaun zeitschrift
        """
    ),
    projects=listed(
        """
        ausbau einführung eröffnung gründung launch migration modernisierung neubau neugestaltung
        redesign relaunch renovierung rollout sanierung umbau umgestaltung umstellung umzug
        veröffentlichung überarbeitung
        """
    ),
    nouns=frozenset(),
    comparatives=listed(
        """
        achtsamer aktiver aufmerksamer ausgeglichener besser bessere besseren besserer besseres
        bewusster disziplinierter effizienter effizientere einfacher einfachere engagierter enger engere
        entspannter fitter fokussierter freundlicher freundlichere früher geduldiger gelassener gesünder
        gesündere glücklicher glücklichere größer größere größeres günstiger härter häufiger höher
        höhere intensiver klarer klarere klüger konzentrierter kreativer leichter liebevoller länger
        mehr motivierter mutiger nachhaltiger netter ordentlicher organisierter produktiver pünktlicher
        ruhiger sauberer sauberere schlanker schneller schnellere schnelleres selbstbewusster seltener
        sparsamer sportlicher strukturierter stärker stärkere stärkeres tiefer tiefere weniger
        zufriedener zufriedenere öfter
        """
    ),
    comparative_endings=("ere", "erer", "eres", "erem", "iger"),
    no_comparatives=listed(
        """
        andere anderem anderer anderes barriere beere besondere besonderer besonderes bisheriger einiger
        euere flieger galeere geiger gläubiger heutiger hintere innere innerer inneres karriere krieger
        leere leerer lehrer mehrere misere obere oberer prediger schere schwere schwerem schwerer
        schweres sieger spiegel steiger teure teurer tiger unsere unserer unseres untere unterer vordere
        ware weitere weiterer weiteres zeiger äußere
        """
    ),
    negations=listed("kein keine keinen nicht nichts nie ohne"),
    betterments=listed("ausbauen intensivieren optimieren stärken verbessern verfeinern vertiefen"),
    states=listed(
        """
        achtsam aktiv dankbar diszipliniert entspannt fit fokussiert freundlich geduldig gelassen gesund
        glücklich gut kreativ motiviert ordentlich organisiert positiv produktiv pünktlich ruhig
        selbstbewusst sparsam
        """
    ),
    being=listed("bleiben leben sein werden"),
)
